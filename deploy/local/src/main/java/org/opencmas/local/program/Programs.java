package org.opencmas.local.program;

import java.nio.file.Path;
import org.opencmas.local.identity.Keycloak;
import org.opencmas.local.server.Home;
import org.opencmas.local.server.Progress;

/** What the servers of one stack run from: the services built from the sources, and the identity provider made ready. */
public final class Programs {
    private final Progress progress;
    private final Build build;
    private final Keycloak keycloak;
    private final ServiceFiles services;

    public Programs(Path root, Home home, Progress progress) {
        this.progress = progress;
        this.build = new Build(root, home.folder(), progress);
        this.keycloak = new Keycloak(root.resolve(".cmas"), home.folder());
        this.services = new ServiceFiles(root, home.folder());
    }

    /** Builds the services when their sources have changed since. */
    public void buildServices() {
        if (!build.isUpToDate()) {
            progress.during("the build of the services", "services built", build::run);
        }
    }

    /** Makes the identity provider ready, once. */
    public void buildIdentity() {
        if (!keycloak.isBuilt()) {
            progress.during("the build of Keycloak", "Keycloak unpacked and built, once", keycloak::build);
        }
    }

    /** Ends what is being built in another thread. */
    public void abandon() {
        build.abandon();
        keycloak.abandon();
    }

    public Keycloak keycloak() {
        return keycloak;
    }

    public ServiceFiles services() {
        return services;
    }
}
