-- Files of price lists that are worked on after the request that sent them was answered (docs/adr/0062). A file is kept as it came, cut into
-- pieces, so that any instance can read it from its beginning; the list becomes visible with the commit that ends its import.
create table price_list_import (
    import_id         uuid        primary key,
    -- whose pieces are read: its own, or those of the import of which it corrects rows
    source_import_id  uuid        not null references price_list_import,
    correction_of     uuid        references price_list_import,
    cmas_number       text        not null references agreement,
    supplement_number integer     not null,
    effective_from    date,
    dry_run           boolean     not null,
    format            text        not null check (format in ('CSV', 'XLSX')),
    file_sha256       text        not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
    file_bytes        bigint      not null check (file_bytes >= 0),
    sent_at           timestamptz not null,
    sent_by           text        not null,
    subject           text        not null,
    request_id        text        not null,
    state             text        not null check (state in ('WAITING', 'RUNNING', 'PUBLISHED', 'CHECKED', 'REFUSED', 'CANCELLED', 'FAILED')),
    rows_read         bigint      not null check (rows_read >= 0),
    rows_wrong        bigint      not null check (rows_wrong between 0 and rows_read),
    -- how often it was begun and broke off in a way that may come from the file itself
    starts            integer     not null,
    worked_at         timestamptz,
    started_at        timestamptz,
    ended_at          timestamptz,
    cancelled_by      text,
    failure           text,
    -- the published list, which another import of the same lines may have brought
    price_list_id     uuid        references price_list (id),
    passed_over       jsonb       check (jsonb_typeof(passed_over) = 'array'),
    -- why it was refused, as a request is answered; what is wrong in its rows stands beside it
    problem           jsonb,
    -- false when a fault of the file is no fault of a row, or more rows are wrong than are kept
    correctable       boolean     not null,
    foreign key (cmas_number, supplement_number) references agreement_supplement,
    check ((state in ('WAITING', 'RUNNING')) = (ended_at is null)),
    check ((state = 'PUBLISHED') = (price_list_id is not null)),
    check ((state = 'REFUSED') = (problem is not null)),
    check ((correction_of is null) = (source_import_id = import_id))
);
create index price_list_import_open on price_list_import (worked_at nulls first, import_id) where state in ('WAITING', 'RUNNING');
create index price_list_import_of_agreement on price_list_import (cmas_number, import_id);

create table price_list_import_piece (
    -- Its import is written once the file has come to its end.
    import_id uuid    not null references price_list_import deferrable initially deferred,
    piece     integer not null check (piece >= 0),
    bytes     bytea   not null check (octet_length(bytes) between 1 and 1048576),
    primary key (import_id, piece)
);
alter table price_list_import_piece alter column bytes set storage external;

-- Rows in which something is wrong, as they were read.
create table price_list_import_fault (
    import_id    uuid    not null references price_list_import,
    fault_number integer not null check (fault_number >= 1),
    sheet        text    not null,
    row_number   bigint  not null check (row_number >= 1),
    cells        jsonb   not null check (jsonb_typeof(cells) = 'object'),
    faults       jsonb   not null check (jsonb_typeof(faults) = 'array'),
    primary key (import_id, fault_number),
    unique (import_id, sheet, row_number)
);

-- Rows that an import reads in the place of those of the file; no cells for a row that is left out.
create table price_list_import_correction (
    import_id  uuid   not null references price_list_import,
    sheet      text   not null,
    row_number bigint not null check (row_number >= 1),
    cells      jsonb  not null check (jsonb_typeof(cells) = 'object'),
    primary key (import_id, sheet, row_number)
);

create function refuse_change_of_price_list_import() returns trigger language plpgsql as $$
begin
    raise exception '% is appended only: % refused', tg_table_name, lower(tg_op) using errcode = 'integrity_constraint_violation';
end $$;

-- Files on their way in are the Department's; what is published of them is everybody's.
do $$
declare
    its_table text;
begin
    foreach its_table in array array['price_list_import', 'price_list_import_piece', 'price_list_import_fault', 'price_list_import_correction'] loop
        execute format('alter table %I enable row level security', its_table);
        execute format('create policy %1$s_of_the_department on %1$I using ((select tenant_sees_all()))', its_table);
        if its_table <> 'price_list_import' then
            execute format('create trigger %1$s_stays before update or delete on %1$I'
                ' for each row execute function refuse_change_of_price_list_import()', its_table);
        end if;
    end loop;
end
$$;
