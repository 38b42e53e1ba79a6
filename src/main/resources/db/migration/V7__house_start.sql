-- At most one row: the day this house began to work. What happened before does not bind it, unless the law says so.
create table house_start (
  id        integer primary key check (id = 1),
  first_day date not null
);
