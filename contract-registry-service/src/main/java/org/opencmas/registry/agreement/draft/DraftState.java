package org.opencmas.registry.agreement.draft;

/** How far a draft is. */
enum DraftState {
    DRAFT,
    /** In force, or registered for its days. */
    ACTIVATED,
    /** Given up. */
    WITHDRAWN
}
