package hub.testkit.mutation;

import hub.projections.change.Change;
import hub.projections.change.Change.RowChanged;
import hub.projections.change.Row;
import hub.projections.projector.ChangeSink;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A sink that passes everything on but for what a defect does otherwise. */
abstract class WrongStream implements ChangeSink {

    final ChangeSink right;

    WrongStream(ChangeSink right) {
        this.right = right;
    }

    @Override
    public void snapshotRow(Change change) {
        right.snapshotRow(change);
    }

    @Override
    public void snapshotCompleted(SourceProgress progress) {
        right.snapshotCompleted(progress);
    }

    @Override
    public void change(Change change, Supplier<Optional<String>> resumeAfter) {
        right.change(change, resumeAfter);
    }

    @Override
    public void transactionEnd(SourceProgress progress) {
        right.transactionEnd(progress);
    }

    @Override
    public void batchEnd() {
        right.batchEnd();
    }

    /** Each change becomes what {@code wrong} makes of it: none, one or more. */
    static UnaryOperator<ChangeSink> each(Function<Change, List<Change>> wrong) {
        return right -> new WrongStream(right) {
            @Override
            public void change(Change change, Supplier<Optional<String>> resumeAfter) {
                wrong.apply(change).forEach(instead -> right.change(instead, resumeAfter));
            }
        };
    }

    static List<Change> withoutRetraction(Change change) {
        return change instanceof RowChanged row && row.before() != null && row.after() != null
                ? List.of(RowChanged.inserted(row.after()))
                : List.of(change);
    }

    static List<Change> withoutDeletes(Change change) {
        return change instanceof RowChanged row && row.after() == null ? List.of() : List.of(change);
    }

    static List<Change> withoutTruncates(Change change) {
        return change instanceof Change.Truncated ? List.of() : List.of(change);
    }

    static List<Change> twice(Change change) {
        return List.of(change, change);
    }

    static List<Change> withoutRenames(Change change) {
        return change instanceof RowChanged row && row.before() != null && row.after() instanceof Row.Employee
                ? List.of()
                : List.of(change);
    }

    /** What has been seen becomes visible at once, not at the transaction's end. */
    static ChangeSink eager(ChangeSink right) {
        return new WrongStream(right) {
            private SourceProgress last = new SourceProgress("", SourcePosition.NONE, null, List.of());

            @Override
            public void snapshotCompleted(SourceProgress progress) {
                last = progress;
                right.snapshotCompleted(progress);
            }

            @Override
            public void change(Change change, Supplier<Optional<String>> resumeAfter) {
                right.change(change, resumeAfter);
                right.transactionEnd(new SourceProgress(last.resume(), last.position(), last.committedAt(), List.of()));
                right.batchEnd(); // else the other half may come in time to be committed with it
            }

            @Override
            public void transactionEnd(SourceProgress progress) {
                last = progress;
                right.transactionEnd(progress);
            }
        };
    }

    /** The last transaction is delivered again after it was committed, as after an offset that lagged behind. */
    static ChangeSink redelivering(ChangeSink right) {
        return new WrongStream(right) {
            private final List<Change> transaction = new ArrayList<>();
            private int ended;

            @Override
            public void change(Change change, Supplier<Optional<String>> resumeAfter) {
                transaction.add(change);
                right.change(change, resumeAfter);
            }

            @Override
            public void transactionEnd(SourceProgress progress) {
                right.transactionEnd(progress);
                if (++ended % 10 == 0) {
                    transaction.forEach(change -> right.change(change, () -> Optional.of(progress.resume())));
                    right.transactionEnd(new SourceProgress(
                            progress.resume(), progress.position(), progress.committedAt(), List.of()));
                }
                transaction.clear();
            }
        };
    }

    /** One transaction in ten never arrives. */
    static ChangeSink losing(ChangeSink right) {
        return new WrongStream(right) {
            private int ended;

            @Override
            public void change(Change change, Supplier<Optional<String>> resumeAfter) {
                if (ended % 10 != 9) {
                    right.change(change, resumeAfter);
                }
            }

            @Override
            public void transactionEnd(SourceProgress progress) {
                ended++;
                right.transactionEnd(progress);
            }
        };
    }

    /** A changed key arrives as a delete and an insert, and only the first half of them does. */
    static ChangeSink halvingChangedKeys(ChangeSink right) {
        return new WrongStream(right) {
            private @Nullable Row deleted;

            @Override
            public void change(Change change, Supplier<Optional<String>> resumeAfter) {
                boolean second = change instanceof RowChanged row
                        && row.before() == null
                        && row.after() != null
                        && deleted != null
                        && deleted.table() == row.after().table();
                deleted = change instanceof RowChanged row && row.after() == null ? row.before() : null;
                if (!second) {
                    right.change(change, resumeAfter);
                }
            }

            @Override
            public void transactionEnd(SourceProgress progress) {
                deleted = null;
                right.transactionEnd(progress);
            }
        };
    }

    /** The snapshot leaves out its last row. */
    static ChangeSink shortSnapshot(ChangeSink right) {
        return new WrongStream(right) {
            private final List<Change> held = new ArrayList<>();

            @Override
            public void snapshotRow(Change change) {
                if (change instanceof RowChanged row && row.after() instanceof Row.Activity && held.isEmpty()) {
                    held.add(change);
                } else {
                    right.snapshotRow(change);
                }
            }
        };
    }
}
