-- For the auditor's view by person; the one by object has the key of topic, aggregate and version. Ids of events begin with their time.
create index journal_by_actor on journal (actor, event_id);
