package org.opencmas.order.orderimport;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.opencmas.order.orderimport.file.SentOrder;
import org.opencmas.problem.Fault;

/** Gathers the orders of a file into pieces that are small enough to be placed in one transaction, and reads them back. */
final class Pieces implements SentOrder.Sink {
    /** Most orders of a piece, inclusive: others who place an order meanwhile wait for its commit. */
    static final int MOST_ORDERS = 200;

    private static final int MOST_BYTES = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

    private final Store store;
    private final List<SentOrder> open = new ArrayList<>();
    private int openBytes;
    private int pieces;
    private int orders;

    /** Takes the pieces of a file, in its order. */
    interface Store {
        void take(int number, byte[] content);
    }

    Pieces(Store store) {
        this.store = store;
    }

    @Override
    public void take(SentOrder order) {
        open.add(order);
        openBytes += order.json().length;
        orders++;
        if (open.size() == MOST_ORDERS || openBytes >= MOST_BYTES) {
            close();
        }
    }

    /** Ends the last piece. */
    void close() {
        if (!open.isEmpty()) {
            store.take(pieces++, content(open));
            open.clear();
            openBytes = 0;
        }
    }

    int pieces() {
        return pieces;
    }

    int orders() {
        return orders;
    }

    private static byte[] content(List<SentOrder> orders) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(orders.size());
            for (SentOrder order : orders) {
                out.writeInt(order.row());
                write(out, order.json());
                write(out, JSON.writeValueAsBytes(order.faults()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static List<SentOrder> orders(byte[] content) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
            int count = in.readInt();
            List<SentOrder> orders = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int row = in.readInt();
                byte[] json = in.readNBytes(in.readInt());
                orders.add(new SentOrder(row, json, JSON.readValue(in.readNBytes(in.readInt()), FAULTS)));
            }
            return orders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
