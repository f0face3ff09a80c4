package org.opencmas.local.server;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.opencmas.embedded.Loopback;
import org.opencmas.embedded.StartFailure;

/** The port numbers of one stack. */
public final class Ports {
    private static final String OFFSET = "CMAS_PORT_OFFSET";
    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = Collections.unmodifiableMap(numbers);
    }

    /**
     * Reads the numbers: each port's own variable, else its usual number plus {@code CMAS_PORT_OFFSET} (0 when unset).
     *
     * @throws StartFailure when a variable is not a port number (1 to 65535)
     */
    public static Ports from(Map<String, String> environment) {
        int offset = number(OFFSET, environment.getOrDefault(OFFSET, "0"), 0);
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            String own = environment.getOrDefault(port.variable(), Integer.toString(port.usual() + offset));
            numbers.put(port, number(port.variable(), own, 1));
        }
        return new Ports(numbers);
    }

    /** Picks ports that are free now, for a stack beside another one. */
    public static Ports free() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (Port port : Port.values()) {
            int candidate = Loopback.freePort();
            while (numbers.containsValue(candidate)) {
                candidate = Loopback.freePort();
            }
            numbers.put(port, candidate);
        }
        return new Ports(numbers);
    }

    public int of(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    /** Refuses when the port is taken, naming the number, who wants it, and the variable that moves it. */
    public void requireFree(Port port) {
        Loopback.requireFree(
                of(port),
                port.user(),
                "stop that process, or set " + port.variable() + " (or " + OFFSET + " for all) to another number");
    }

    private static int number(String variable, String text, int lowest) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= lowest && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new StartFailure(variable + " is not a number: \"" + text + "\".", notANumber);
        }
        throw new StartFailure(variable + " is " + text + ", but must be from " + lowest + " to " + HIGHEST + ".");
    }
}
