package org.opencmas.console.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Pages over services that answer what their documents show as examples, anew for each test. */
abstract class PagesByExample {
    ServicesByExample services;

    @BeforeEach
    final void openServices() throws Exception {
        services = new ServicesByExample();
    }

    @AfterEach
    final void closeServices() {
        services.close();
    }
}
