-- How far each partition of a topic was followed, by source. A source's events are spread over partitions, and one that is behind holds
-- what the others have passed long ago.

create table handled_partition (
    source    text   not null,
    topic     text   not null,
    partition int    not null,
    -- What this partition holds of the source up to this position was handled here.
    position  bigint not null,
    primary key (source, topic, partition)
) with (fillfactor = 50);

-- The asOf of this service's answers: all that concerns it of the source up to this position took effect here. What is parked did not.
create view followed_source as
select source,
    greatest(0, least(
        coalesce((select min(position) from handled_partition where handled_partition.source = handled_source.source),
            last_position),
        (select min(source_position) - 1 from parked_event
            where parked_event.source = handled_source.source and state <> 'REPLAYED'))) as position,
    last_position
from handled_source;
