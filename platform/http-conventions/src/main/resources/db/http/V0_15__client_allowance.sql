-- Until when what a client took is paid at its steady rate, over all processes of the service (docs/adr/0060). Worth nothing after a crash.
create unlogged table client_allowance (
    client     text        primary key,
    paid_until timestamptz not null
) with (fillfactor = 50);
