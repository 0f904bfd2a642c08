package hub.scheduler.seal;

import hub.scheduler.run.Effect;
import hub.scheduler.run.JobTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Seals some days in one transaction. */
record SealEffect(List<Sealing> sealings) implements Effect {

    SealEffect(Sealing sealing) {
        this(List.of(sealing));
    }

    @Override
    public String write(JobTransaction transaction) throws SQLException {
        List<String> done = new ArrayList<>();
        for (Sealing sealing : sealings) {
            sealing.write(transaction).ifPresent(done::add);
        }
        return summary(done);
    }

    @Override
    public String compare(JobTransaction transaction) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Sealing sealing : sealings) {
            sealing.compare(transaction).ifPresent(found::add);
        }
        return summary(found);
    }

    private String summary(List<String> done) {
        return done.isEmpty() ? sealings.size() + " days looked at, nothing to change" : String.join("; ", done);
    }
}
