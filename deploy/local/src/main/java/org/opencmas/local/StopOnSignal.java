package org.opencmas.local;

/** While open, Ctrl-C or a kill of this program at whatever point stops everything of the stack that runs. */
final class StopOnSignal implements AutoCloseable {
    /** What a shell answers for a program that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private final Thread hook;

    private StopOnSignal(Thread hook) {
        this.hook = hook;
    }

    static StopOnSignal of(Stack stack) {
        var hook = new Thread(() -> {
            stack.giveUp();
            stack.stop();
            Runtime.getRuntime().halt(INTERRUPTED);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new StopOnSignal(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException signalled) {
            // The hook is at work already and ends the program when it is done.
            Thread.currentThread().interrupt();
        }
    }
}
