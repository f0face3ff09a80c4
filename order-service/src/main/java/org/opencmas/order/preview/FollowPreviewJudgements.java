package org.opencmas.order.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.SingleEventHandler;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** Keeps what compliance found on a previewed amendment, so that the request that waits for it finds it, on whichever instance. */
@ApplicationScoped
class FollowPreviewJudgements implements SingleEventHandler {
    private final PreviewJudgements judgements;

    FollowPreviewJudgements(PreviewJudgements judgements) {
        this.judgements = judgements;
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.preview-judgements");
    }

    @Override
    public Set<String> types() {
        return Set.of("order-preview.judged.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        judgements.insert(connection, OrderJson.read(event.payload(), PreviewJudgement.class));
    }
}
