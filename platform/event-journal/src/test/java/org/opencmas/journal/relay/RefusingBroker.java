package org.opencmas.journal.relay;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;

/**
 * Stands before the real broker and refuses one request: the first that brings records, as a broker does that has created a
 * topic and does not lead it yet. It holds that request back until the client has sent another one or does not intend to;
 * everything else passes.
 */
final class RefusingBroker implements AutoCloseable {

    private static final int LOOKS_FOR_ANOTHER = 500;

    private final ServerSocket server;
    private final int brokerPort;
    private final AtomicBoolean refused = new AtomicBoolean();

    RefusingBroker(String bootstrapServers) throws IOException {
        brokerPort = Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    boolean hasRefused() {
        return refused.get();
    }

    private void accept() {
        try {
            while (true) {
                new Connection(server.accept(), new Socket(InetAddress.getLoopbackAddress(), brokerPort)).start();
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** One of the client's connections and its continuation to the broker. */
    private final class Connection {

        private final Socket client;
        private final Socket broker;
        private final Map<Integer, RequestHeader> questionsForMetadata = new ConcurrentHashMap<>();

        Connection(Socket client, Socket broker) {
            this.client = client;
            this.broker = broker;
        }

        void start() {
            Thread.ofVirtual().start(() -> copyUntilTheEnd(this::passRequest));
            Thread.ofVirtual().start(() -> copyUntilTheEnd(this::passResponse));
        }

        private void copyUntilTheEnd(Step step) {
            try (client;
                    broker) {
                while (true) {
                    step.take();
                }
            } catch (IOException e) {
                // One of the two has ended the connection.
            }
        }

        private void passRequest() throws IOException {
            byte[] request = read(client);
            ByteBuffer body = ByteBuffer.wrap(request);
            RequestHeader header = RequestHeader.parse(body);
            if (header.apiKey() == ApiKeys.PRODUCE && refused.compareAndSet(false, true)) {
                awaitAnotherRequest();
                refuse(header, body);
                return;
            }
            if (header.apiKey() == ApiKeys.METADATA) {
                questionsForMetadata.put(header.correlationId(), header);
            }
            write(broker, request);
        }

        /** Whether another one comes or not: what was held back is refused. */
        private void awaitAnotherRequest() throws IOException {
            for (int look = 0;
                    look < LOOKS_FOR_ANOTHER && client.getInputStream().available() == 0;
                    look++) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        private void refuse(RequestHeader header, ByteBuffer body) throws IOException {
            AbstractResponse refusal = AbstractRequest.parseRequest(
                            header.apiKey(), header.apiVersion(), new ByteBufferAccessor(body))
                    .request
                    .getErrorResponse(new NotLeaderOrFollowerException());
            write(client, bytes(header, refusal));
        }

        private void passResponse() throws IOException {
            byte[] response = read(broker);
            RequestHeader question =
                    questionsForMetadata.remove(ByteBuffer.wrap(response).getInt());
            write(client, question == null ? response : withThisPort(question, ByteBuffer.wrap(response)));
        }

        /** Clients go where the metadata sends them, and that shall be here. */
        private byte[] withThisPort(RequestHeader question, ByteBuffer response) {
            MetadataResponse metadata = (MetadataResponse) AbstractResponse.parseResponse(response, question);
            metadata.data().brokers().forEach(node -> node.setPort(server.getLocalPort()));
            return bytes(question, metadata);
        }

        private static byte[] bytes(RequestHeader question, AbstractResponse response) {
            ByteBuffer bytes = RequestUtils.serialize(
                    question.toResponseHeader().data(),
                    question.toResponseHeader().headerVersion(),
                    response.data(),
                    question.apiVersion());
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        }

        private static byte[] read(Socket from) throws IOException {
            DataInputStream in = new DataInputStream(from.getInputStream());
            byte[] message = new byte[in.readInt()];
            in.readFully(message);
            return message;
        }

        private static void write(Socket to, byte[] message) throws IOException {
            ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + message.length)
                    .putInt(message.length)
                    .put(message);
            synchronized (to) {
                to.getOutputStream().write(framed.array());
            }
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
