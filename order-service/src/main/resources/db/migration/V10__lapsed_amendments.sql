-- An amendment that is open when its order is terminated lapses. Those of orders that were terminated before that was so could still be
-- sent, and then waited for a decision that no longer counted.
update order_version v set state = 'LAPSED'
from purchase_order o
where o.state = 'TERMINATED' and o.version_in_force <> o.latest_version
    and v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.latest_version
    and v.state in ('DRAFT', 'SUBMITTED', 'RETURNED');

-- What waits for a decision, the longest first; small, however many orders there are.
create index order_version_waiting on order_version (submitted_at) where state = 'SUBMITTED';
