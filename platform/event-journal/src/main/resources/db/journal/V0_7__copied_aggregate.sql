-- What this service knows of each aggregate that it keeps a copy of: the version, and the event that told it. A version alone does
-- not show that its owner, restored from a backup, gave it a second time.

create table copied_aggregate (
    topic        text   not null,
    aggregate_id text   not null,
    version      bigint not null check (version > 0),
    -- Null for what was copied before events were noted here.
    event_id     uuid,
    -- From this version on every event was seen here; older ones are of no more account.
    counted_from bigint not null,
    primary key (topic, aggregate_id)
);
