/**
 * Agreements and supplements before they are in force: drafted by one person, looked at with a preview, activated by another. Nothing here
 * is told to anybody outside the Department, and nothing outside knows of it.
 */
@NullMarked
package org.opencmas.registry.agreement.draft;

import org.jspecify.annotations.NullMarked;
