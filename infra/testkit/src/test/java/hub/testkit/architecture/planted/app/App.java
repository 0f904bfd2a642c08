package hub.testkit.architecture.planted.app;

public final class App {
    public static void main() {}
}
