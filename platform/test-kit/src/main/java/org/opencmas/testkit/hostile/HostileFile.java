package org.opencmas.testkit.hostile;

/**
 * A file that nobody may take.
 *
 * @param name what is wrong with it
 * @param workbook whether it is sent as a workbook; else as comma-separated text
 * @param bytes what is sent, some hundred kilobytes at most, whatever it unpacks to
 */
public record HostileFile(String name, boolean workbook, byte[] bytes) {
    @Override
    public String toString() {
        return name + (workbook ? ", as a workbook" : ", as text");
    }
}
