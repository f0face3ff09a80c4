/** How the demo speaks with the running services: over HTTP, with tokens of the identity provider, like any other client. */
@NullMarked
package org.opencmas.local.client;

import org.jspecify.annotations.NullMarked;
