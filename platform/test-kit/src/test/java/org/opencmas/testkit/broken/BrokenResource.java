package org.opencmas.testkit.broken;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/broken")
final class BrokenResource {
    @Entity
    static class Stored {
        @Id
        long id;
    }

    record NewThing(String name) {}

    @GET
    public Stored one() {
        return new Stored();
    }

    @POST
    public void create(NewThing thing) {}
}
