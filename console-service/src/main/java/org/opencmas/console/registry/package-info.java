/**
 * What the Department changes in the registry of agreements: drafts of supplements and of new agreements with a preview, their activation by a second person, and
 * the status. Reading an agreement is the agreement feature's.
 */
@NullMarked
package org.opencmas.console.registry;

import org.jspecify.annotations.NullMarked;
