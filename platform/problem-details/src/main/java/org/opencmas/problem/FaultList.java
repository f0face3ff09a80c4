package org.opencmas.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The faults of one request as they are found. The first {@value #TOLD} are kept for the answer; later ones are only counted.
 * At {@value #COUNTED} the list is full and the search for faults can stop: a hostile body has as many as its sender likes.
 */
public final class FaultList {
    /** Most faults told in one answer, inclusive: more would not be read by anybody. */
    public static final int TOLD = 100;
    /** Most faults counted, inclusive. */
    public static final int COUNTED = 1_000;

    private final List<Fault> told = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> around = new HashSet<>();
    private int size;

    /** Adds a fault that is worded already. */
    public void add(Fault fault) {
        add(fault.pointer(), () -> fault);
    }

    /**
     * Adds a fault, worded only if it is among those told.
     *
     * @param pointer where it is, as {@link Fault#pointer}
     */
    public void add(String pointer, Supplier<Fault> wording) {
        if (isFull()) {
            return;
        }
        if (places.add(pointer)) {
            for (int end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
                around.add(pointer.substring(0, end));
            }
        }
        count(wording);
    }

    /** Adds a fault of something that is not asked for, such as an unknown field: nothing around it can be at fault for its sake. */
    public void addNeedless(String pointer, Supplier<Fault> wording) {
        if (!isFull()) {
            places.add(pointer);
            count(wording);
        }
    }

    private void count(Supplier<Fault> wording) {
        size++;
        if (told.size() < TOLD) {
            told.add(wording.get());
        }
    }

    /** Adds all faults that are not at, within or around the place of one found before: what is around lacks that one by now. */
    public void addElsewhere(List<Fault> others) {
        others.stream()
                .filter(fault -> !around.contains(fault.pointer()) && !isWithinOne(fault.pointer()))
                .toList()
                .forEach(this::add);
    }

    /** Adds all faults that are not at or within the place of one found before. */
    public void addBeside(List<Fault> others) {
        beside(others).forEach(this::add);
    }

    /** Those that are not at or within the place of one found before. */
    public List<Fault> beside(List<Fault> others) {
        return others.stream().filter(fault -> !isWithinOne(fault.pointer())).toList();
    }

    /** Whether no fault was found at that place or within it. */
    public boolean isSound(String pointer) {
        return !places.contains(pointer) && !around.contains(pointer);
    }

    private boolean isWithinOne(String pointer) {
        if (places.contains(pointer)) {
            return true;
        }
        for (int end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (places.contains(pointer.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether the list is full. */
    public boolean isFull() {
        return size >= COUNTED;
    }

    /** How many were found, at most {@value #COUNTED}. */
    public int size() {
        return size;
    }

    /** The first {@value #TOLD}. */
    public List<Fault> told() {
        return List.copyOf(told);
    }
}
