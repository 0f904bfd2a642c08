package hub.testkit.fuzz;

import hub.query.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fires requests at a service that runs in this JVM, in {@link #ROUNDS} rounds with a collection of the heap after each.
 *
 * @param api where
 * @param routes what is aimed at
 * @param key accepted, with every scope
 * @param secrets texts that no error may tell
 * @param today the service's
 */
public record Fuzz(URI api, List<Route> routes, String key, List<String> secrets, LocalDate today) {

    static final int ROUNDS = 20;
    private static final int THREADS = 8;

    /** Fires {@code requests}; prints how far it is. The same seed fires the same requests at the same routes. */
    public FuzzReport fire(long requests, long seed) {
        FuzzReport report = new FuzzReport(new Leaks(secrets));
        SplittableRandom seeds = new SplittableRandom(seed);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 1; round <= ROUNDS; round++) {
                List<Future<?>> running = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    SplittableRandom own = seeds.split();
                    long shots = requests / ROUNDS / THREADS;
                    running.add(threads.submit(() -> fire(shots, own, report)));
                }
                for (Future<?> thread : running) {
                    await(thread);
                }
                report.liveSet(liveSet());
                System.out.printf("%s %s%n", Instant.now(), report.progress());
            }
        }
        return report;
    }

    private void fire(long shots, SplittableRandom random, FuzzReport report) {
        Shots next = new Shots(random, routes, key, new Texts(random, today));
        try (RawConnection connection = new RawConnection(new InetSocketAddress(api.getHost(), api.getPort()))) {
            String before = "nothing";
            for (long i = 0; i < shots; i++) {
                Shot shot = next.next();
                if (shot.alone()) {
                    connection.close();
                }
                Answer answer = connection.send(shot.bytes(), shot.wellFormed(), shot.head());
                report.add(shot, answer, before);
                before = answer.status() + " to " + FuzzReport.shown(shot.bytes());
                if (answer.status() == 200 && !answer.header("hub-position").isEmpty()) {
                    next.seen(answer.header("hub-position"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the service is not there any more", e);
        }
    }

    private static void await(Future<?> thread) {
        try {
            thread.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread failed", e.getCause());
        }
    }

    private static long liveSet() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
