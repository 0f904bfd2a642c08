package hub.scheduler.run;

import java.util.Locale;

/** What became of an attempt, as the ledger has it. */
public enum RunOutcome {
    /** Under way, or its process has ended unheard. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Taken over by another attempt: nothing of it was written, nor ever will be. */
    ABANDONED,
    /** Never tried: nobody could, until its grace was over. */
    MISSED,
    /** Not made in time, and a later run stands for it: one row for all that one run stands for. */
    COALESCED,
    /** Not a run: since then the job is on, or a shadow. */
    BEGUN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
