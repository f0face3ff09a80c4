-- What share of a State department's order DGS bills it as its administrative fee (FEE-STATE-ADMIN), by order date. It is in DGS's Price
-- Book and in no text seen, so there is no row here: the Department proposes and activates the rates that it bills by.
create table administrative_fee_rate (
    figure_id uuid primary key,
    first_order_date date not null,
    rate numeric not null check (rate >= 0 and rate < 1),
    source text not null,
    confidence text not null check (confidence in ('CONFIRMED', 'COPY_OF_OFFICIAL_TEXT', 'UNCONFIRMED')),
    proposed_by text not null,
    proposed_at timestamptz not null,
    activated_by text,
    activated_at timestamptz,
    activation bigint unique,
    check ((activated_by is null) = (activated_at is null)),
    check ((activated_by is null) = (activation is null)),
    check (activated_by <> proposed_by)
);
comment on column administrative_fee_rate.activation is 'counts the activations of all figures; null while it does not count';
create index administrative_fee_rate_in_force on administrative_fee_rate (first_order_date, activation desc) where activation is not null;

create trigger administrative_fee_rate_append_only before delete or truncate on administrative_fee_rate
    for each statement execute function refuse_change();
create trigger administrative_fee_rate_not_edited before update on administrative_fee_rate
    for each row when (old.activation is not null
        or (old.figure_id, old.first_order_date, old.rate, old.source, old.confidence, old.proposed_by, old.proposed_at)
            is distinct from
            (new.figure_id, new.first_order_date, new.rate, new.source, new.confidence, new.proposed_by, new.proposed_at))
    execute function refuse_change();
