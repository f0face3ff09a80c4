package org.opencmas.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random values that can be had again: the seed is printed at the start and taken from {@code -Dtest.seed} when it is set.
 */
public final class SeededGenerator {
    private static final String TEXT_SIGNS =
            "abcxyzABCXYZ0189 .,;:-_#'\"\\/%&<>{}[]\n\t\u00e4\u00f1\u00df\u4e2d\u0627\u200b\u00a0";

    private final Random random;

    private SeededGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** A new generator for the named test, which prints its seed so that a failure can be run again. */
    public static SeededGenerator of(String test) {
        return of(test, new Random().nextLong());
    }

    /** The same with a seed of the test's own, for a run that is to be the same each time unless {@code -Dtest.seed} is set. */
    public static SeededGenerator of(String test, long usualSeed) {
        long seed = Long.getLong("test.seed", usualSeed);
        System.out.println(test + ": run again with -Dtest.seed=" + seed);
        return new SeededGenerator(seed);
    }

    public static SeededGenerator withSeed(long seed) {
        return new SeededGenerator(seed);
    }

    /** Both limits included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public boolean yes() {
        return random.nextBoolean();
    }

    /** True once in so many times on average. */
    public boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    public <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** An exact decimal with that many places, both limits included; the limits themselves come more often than others. */
    public BigDecimal decimal(String least, String most, int places) {
        BigInteger low = new BigDecimal(least).movePointRight(places).toBigIntegerExact();
        BigInteger high = new BigDecimal(most).movePointRight(places).toBigIntegerExact();
        if (onceIn(20)) {
            return new BigDecimal(yes() ? low : high, places);
        }
        BigInteger range = high.subtract(low).add(BigInteger.ONE);
        BigInteger above = new BigInteger(range.bitLength() + 64, random).mod(range);
        return new BigDecimal(low.add(above), places);
    }

    /** Both days included. */
    public LocalDate day(LocalDate first, LocalDate last) {
        return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
    }

    /** A text of at most that many signs, with quotes, controls and letters of other scripts among them. */
    public String text(int longest) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, between(0, longest))
                .forEach(position -> text.append(TEXT_SIGNS.charAt(random.nextInt(TEXT_SIGNS.length()))));
        return text.toString();
    }
}
