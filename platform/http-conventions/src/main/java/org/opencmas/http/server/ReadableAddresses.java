package org.opencmas.http.server;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves it to {@link RequestLimits} to refuse an address that cannot be read. Quarkus does that before any route, with an empty
 * answer, unless this property of the JVM is set; and it looks once, while it starts, which only the making of the
 * configuration comes before.
 */
public class ReadableAddresses implements SmallRyeConfigBuilderCustomizer {
    /** For the service loader. */
    public ReadableAddresses() {}

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
