/** The identity provider of the local run: its program and the realm with its people and systems. */
@NullMarked
package org.opencmas.local.identity;

import org.jspecify.annotations.NullMarked;
