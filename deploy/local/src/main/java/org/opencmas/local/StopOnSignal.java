package org.opencmas.local;

import org.opencmas.local.stack.Stack;

/** While open, Ctrl-C or a kill of this program at whatever point gives up a start that is under way and stops servers of the stack. */
final class StopOnSignal implements AutoCloseable {
    /** What a shell answers for a program that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private final Thread hook;

    private StopOnSignal(Thread hook) {
        this.hook = hook;
    }

    /** Stops everything that runs. */
    static StopOnSignal ofAll(Stack stack) {
        return of(stack, stack::stop);
    }

    /** Stops what this program began to start; what ran before runs on. */
    static StopOnSignal ofWhatWasBegun(Stack stack) {
        return of(stack, stack::stopWhatWasBegun);
    }

    private static StopOnSignal of(Stack stack, Runnable stop) {
        var hook = new Thread(() -> {
            stack.giveUp();
            stop.run();
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
