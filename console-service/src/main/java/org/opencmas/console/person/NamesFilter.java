package org.opencmas.console.person;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Reader;

/** Notes who signed in, and has the names of others at hand before a page of a reader who signed in is made. */
class NamesFilter {
    private final Persons persons;
    private final Page page;

    NamesFilter(Persons persons, Page page) {
        this.persons = persons;
        this.page = page;
    }

    @ServerRequestFilter
    void noteTheReader() {
        Reader reader = page.reader();
        if (reader.isSignedIn() && !reader.subject().isEmpty()) {
            persons.renew();
            persons.met(reader.subject(), reader.name());
        }
    }
}
