/** What the program's users are told beside its agreements: the contact card, useful links, help numbers, notices. */
@NullMarked
package org.opencmas.registry.program;

import org.jspecify.annotations.NullMarked;
