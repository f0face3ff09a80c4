-- Orders that come in files (docs/adr/0053). A file is kept as it came, cut into pieces; each piece is worked on in one transaction with the
-- note how far it is, so that whoever goes on repeats nothing and leaves nothing out.
create table order_import (
    import_id uuid not null,
    agency_id uuid not null,
    mode text not null check (mode in ('CONTINUE', 'ATOMIC')),
    format text not null check (format in ('CSV', 'JSON_LINES')),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    sent_at timestamptz not null,
    sent_by text not null,
    subject text not null,
    on_behalf_of text,
    request_id text not null,
    orders integer not null check (orders > 0),
    pieces integer not null check (pieces > 0),
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED')),
    pieces_done integer not null check (pieces_done between 0 and pieces),
    placed integer not null,
    unchanged integer not null,
    refused integer not null,
    -- how often work on the next piece was begun without an end
    starts integer not null,
    worked_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    cancelled_by text,
    failure text,
    primary key (import_id, agency_id),
    check (placed >= 0 and unchanged >= 0 and refused >= 0 and placed + unchanged + refused <= orders),
    check ((state in ('WAITING', 'RUNNING')) = (ended_at is null)),
    check (state <> 'DONE' or placed + unchanged + refused = orders)
);
create index order_import_open on order_import (worked_at nulls first, import_id) where state in ('WAITING', 'RUNNING');
create index order_import_of_agency on order_import (agency_id, import_id);

-- At most 200 orders, as they came, compressed.
create table order_import_piece (
    import_id uuid not null,
    piece_number integer not null check (piece_number >= 0),
    agency_id uuid not null,
    content bytea not null,
    primary key (import_id, piece_number, agency_id)
);

-- What became of each order; row_number is the first line of the file that tells of it.
create table order_import_result (
    import_id uuid not null,
    row_number integer not null check (row_number > 0),
    agency_id uuid not null,
    state text not null check (state in ('PLACED', 'UNCHANGED', 'REFUSED')),
    agency_order_number text,
    number_key text generated always as (order_number_key(agency_order_number)) stored,
    order_id uuid,
    problem jsonb,
    primary key (import_id, row_number, agency_id),
    check ((state = 'REFUSED') = (problem is not null)),
    check ((state = 'REFUSED') = (order_id is null))
);
create index order_import_result_by_number on order_import_result (import_id, number_key);
create index order_import_result_refused on order_import_result (import_id, row_number) where state = 'REFUSED';

create trigger order_import_piece_is_history before update or delete on order_import_piece for each row execute function refuse_change();
create trigger order_import_result_is_history before update or delete on order_import_result for each row execute function refuse_change();

-- An import is its agency's own; a contractor sees the orders, not the file they came in.
do $$
declare
    its_table text;
begin
    foreach its_table in array array['order_import', 'order_import_piece', 'order_import_result'] loop
        execute format('alter table %I enable row level security', its_table);
        execute format('create policy %1$s_tenant on %1$I using ((select tenant_sees_all()) or agency_id = (select tenant_agency()))', its_table);
    end loop;
end
$$;
