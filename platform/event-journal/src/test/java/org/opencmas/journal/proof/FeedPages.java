package org.opencmas.journal.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.SQLException;
import org.opencmas.journal.ServiceFixture;

/** The whole feed of a service as it would be answered, one entry a line. */
public final class FeedPages {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private FeedPages() {}

    public static String of(ServiceFixture service) throws SQLException, JsonProcessingException {
        StringBuilder lines = new StringBuilder();
        for (FeedResource.FeedEvent event : new FeedResource(service.dataSource, service.settings)
                .feed(0, 1000)
                .events()) {
            lines.append(JSON.writeValueAsString(event)).append('\n');
        }
        return lines.toString();
    }
}
