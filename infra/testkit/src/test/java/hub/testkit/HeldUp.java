package hub.testkit;

import static hub.testkit.scenario.Activity.labeling;
import static hub.testkit.scenario.Activity.picking;

import hub.testkit.scenario.Scenario;

/** The rows of vector T19 (domain 7): work that is held up at the second station, and who could help there. */
public final class HeldUp {

    private HeldUp() {}

    public static void work(Scenario db) {
        db.activity(picking(60).by(1).from("2026-01-15T19:40:00Z"));
        db.activity(picking(40).by(2).from("2026-01-15T19:45:00Z"));
        db.activity(labeling(60).by(3).from("2026-01-15T19:45:00Z"));
    }

    /** Somebody at home, one who last labeled eight days ago, one at work elsewhere; their shifts, too. */
    public static void helpers(Scenario db) {
        db.activity(labeling(30).by(1).from("2026-01-09T15:00:00Z"));
        db.activity(labeling(300).by(2).from("2026-01-08T15:00:00Z"));
        db.activity(labeling(100).by(4).from("2026-01-14T15:00:00Z"));
        db.activity(labeling(50).by(4).from("2026-01-14T16:00:00Z"));
        db.activity(labeling(900).by(4).withSource("manual").from("2026-01-14T16:00:00Z"));
        db.employee(5, "E5");
        db.activity(labeling(500).by(5).from("2026-01-14T15:00:00Z"));
        for (long id = 1; id <= 4; id++) {
            db.shift(id, "2026-01-15T14:00:00Z", null);
        }
        db.shift(5, "2026-01-15T14:00:00Z", "2026-01-15T19:00:00Z");
    }
}
