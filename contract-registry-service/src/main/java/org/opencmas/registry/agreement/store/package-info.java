/**
 * The agreements as they are kept: each with its supplements and its changes of status, both only ever added, and what holds on a
 * day. Who may change them, and when, is said by the operations above.
 */
@NullMarked
package org.opencmas.registry.agreement.store;

import org.jspecify.annotations.NullMarked;
