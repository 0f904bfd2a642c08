package hub.bench.read;

import hub.bench.Progress;
import hub.bench.child.Child;
import hub.bench.child.ServedHub;
import hub.bench.http.Exchange;
import hub.bench.http.Expected;
import hub.bench.http.HttpLoad;
import hub.bench.load.Trickle;
import hub.bench.report.Bound;
import hub.bench.report.Line;
import hub.bench.report.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The service and the bare server in turns, either of them first. */
record Duel(ServedHub hub, Child bare, int barePort, Progress progress, int rounds, double seconds) {

    private static final Bound LEAST = Bound.atLeast(0.7);
    private static final double MICROS = 1e6;
    /** Answers after which the compilers have seen enough, and seconds after which it has to do. */
    private static final long ENOUGH = 40_000;

    private static final int LONGEST_WARM_UP = 8;

    /** What one side did in one round. */
    private record Turn(
            double perSecond,
            double cpuMicros,
            double politePerSecond,
            double politeMicros,
            double p50,
            double p99,
            double cameIn) {}

    /** Until the compilers of both have seen enough. */
    void warm(List<Question> questions) throws InterruptedException {
        progress.note("warming up");
        awaitBare();
        for (Question question : questions) {
            warm(hub.port(), question.asked(), question.expected());
            warm(barePort, question.bare(), question.expected());
        }
    }

    private static void warm(int port, byte[] request, Expected expected) throws InterruptedException {
        long answers = 0;
        for (int turn = 0; turn < LONGEST_WARM_UP && answers < ENOUGH; turn++) {
            answers += HttpLoad.BUSY.run(port, request, expected, 1).answers();
        }
    }

    private void awaitBare() throws InterruptedException {
        while (Exchange.ask(barePort, hub.request("/0")).isEmpty()) {
            bare.requireAlive();
            Thread.sleep(20);
        }
    }

    List<Line> fight(Question question) throws InterruptedException {
        return lines(question.what(), turns(question, question.expected(), () -> () -> 0));
    }

    /** While {@code trickle} brings {@code perSecond} rows, which change the service's answer and not the floor's. */
    List<Line> fight(Question question, Trickle trickle, int perSecond) throws InterruptedException {
        Turns turns = turns(question, question.expected().ofAnyLength(), trickle::counter);
        List<Line> lines =
                new ArrayList<>(lines(question.what() + ", while %,d rows/s come in".formatted(perSecond), turns));
        lines.add(Trickle.line(perSecond, sample(turns.ours, Turn::cameIn), null));
        // Fewer come in beside a faster server: the ratio is then worse for the service than it is.
        lines.add(Line.alone("… the same, while the floor was asked", "rows/s", sample(turns.floor, Turn::cameIn)));
        return lines;
    }

    /** Round by round. */
    private record Turns(Turn[] ours, Turn[] floor) {}

    /** @param expected of the service */
    private Turns turns(Question question, Expected expected, Supplier<DoubleSupplier> coming)
            throws InterruptedException {
        Turn[] ours = new Turn[rounds];
        Turn[] floor = new Turn[rounds];
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                floor[round] = turn(barePort, question.bare(), question.expected(), bare::cpu, coming);
                ours[round] = turn(hub.port(), question.asked(), expected, hub::cpu, coming);
            } else {
                ours[round] = turn(hub.port(), question.asked(), expected, hub::cpu, coming);
                floor[round] = turn(barePort, question.bare(), question.expected(), bare::cpu, coming);
            }
        }
        return new Turns(ours, floor);
    }

    private List<Line> lines(String what, Turns turns) {
        Turn[] ours = turns.ours;
        Turn[] floor = turns.floor;
        List<Line> lines = List.of(
                line(what, "answers/s", ours, floor, Turn::politePerSecond).wantingRatio(LEAST),
                line("… CPU of the server", "µs/answer", ours, floor, Turn::politeMicros),
                line("… p50", "ms", ours, floor, Turn::p50),
                line("… p99", "ms", ours, floor, Turn::p99),
                line("… pipelined", "answers/s", ours, floor, Turn::perSecond).wantingRatio(LEAST),
                line("… pipelined, CPU of the server", "µs/answer", ours, floor, Turn::cpuMicros));
        progress.note(
                "%s: %,.0f/s, bare %,.0f/s",
                what,
                lines.getFirst().measured().median(),
                sample(floor, Turn::politePerSecond).median());
        return lines;
    }

    private Turn turn(int port, byte[] request, Expected expected, DoubleSupplier cpu, Supplier<DoubleSupplier> coming)
            throws InterruptedException {
        DoubleSupplier cameIn = coming.get();
        double start = cpu.getAsDouble();
        HttpLoad.Result busy = HttpLoad.BUSY.run(port, request, expected, seconds / 2);
        double middle = cpu.getAsDouble();
        HttpLoad.Result polite = HttpLoad.POLITE.run(port, request, expected, seconds);
        double end = cpu.getAsDouble();
        return new Turn(
                busy.perSecond(),
                (middle - start) * MICROS / busy.answers(),
                polite.perSecond(),
                (end - middle) * MICROS / polite.answers(),
                polite.millis(0.5),
                polite.millis(0.99),
                cameIn.getAsDouble());
    }

    private static Line line(String what, String unit, Turn[] ours, Turn[] floor, ToDoubleFunction<Turn> figure) {
        return new Line(what, unit, sample(ours, figure), sample(floor, figure));
    }

    private static Sample sample(Turn[] turns, ToDoubleFunction<Turn> figure) {
        return Sample.of(Arrays.stream(turns).mapToDouble(figure).toArray());
    }
}
