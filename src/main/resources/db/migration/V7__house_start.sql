-- At most one row: the day this house began to work. What happened before does not bind it, unless the law says so.
create table house_start (
  id        integer primary key check (id = 1),
  first_day date not null
);

-- A register that has cases began with the first of them.
insert into house_start (id, first_day)
select 1, cast(min(opened_at) as date) from instrument having count(*) > 0;
