-- A person finds the exports again that they asked for, newest first; ids are in the order of time.
create index dashboard_export_own on dashboard_export (requested_by, export_id);
