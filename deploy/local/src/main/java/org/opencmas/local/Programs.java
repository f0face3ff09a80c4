package org.opencmas.local;

import java.nio.file.Path;

/** What the servers of one stack run from: the services built from the sources, and the identity provider made ready. */
final class Programs {
    private final Progress progress;
    private final Build build;
    private final Keycloak keycloak;
    private final ServiceFiles services;

    Programs(Path root, Home home, Progress progress) {
        this.progress = progress;
        this.build = new Build(root, home.folder(), progress);
        this.keycloak = new Keycloak(root.resolve(".cmas"), home.folder());
        this.services = new ServiceFiles(root, home.folder());
    }

    /** Builds the services when their sources have changed since. */
    void buildServices() {
        if (!build.isUpToDate()) {
            progress.during("the build of the services", "services built", build::run);
        }
    }

    /** Makes the identity provider ready, once. */
    void buildIdentity() {
        if (!keycloak.isBuilt()) {
            progress.during("the build of Keycloak", "Keycloak unpacked and built, once", keycloak::build);
        }
    }

    /** Ends what is being built in another thread. */
    void abandon() {
        build.abandon();
        keycloak.abandon();
    }

    Keycloak keycloak() {
        return keycloak;
    }

    ServiceFiles services() {
        return services;
    }
}
