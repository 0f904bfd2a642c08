package hub.testkit.faults;

/**
 * One row of the fault matrix.
 *
 * @param row its number, with a letter where a row has several injections
 * @param what goes wrong
 * @param expected what the service does about it
 * @param injection does it and heals it
 */
public record Fault(String row, String what, String expected, Injection injection) {

    /** Breaks something, checks what must hold meanwhile, and heals it; returns what was seen. */
    public interface Injection {
        String run(FaultBench bench);
    }
}
