-- Deadlines that a statutory term sets: which term, and which event it counts from where each counts by itself.
alter table milestone add column term varchar(60);
alter table milestone add column term_event int;

-- What managers decided on a deadline: append-only but for the confirmation that a waiver waits for.
create table decision (
  reference varchar(13) not null references instrument (reference),
  id int not null,
  milestone int not null,
  kind varchar(20) not null,
  from_date varchar(50),
  to_date varchar(50),
  reason varchar(2000) not null,
  authority varchar(500) not null,
  body varchar(30) not null,
  decided_by varchar(100) not null,
  decided_at timestamp with time zone not null,
  confirmed_by varchar(100),
  confirmed_at timestamp with time zone,
  primary key (reference, id)
);

-- What was said before a correction: the description (id 0) or a deadline, as JSON, until it was superseded.
create table superseded (
  reference varchar(13) not null references instrument (reference),
  id int not null,
  number int not null,
  state text not null,
  superseded_at timestamp with time zone not null,
  primary key (reference, id, number)
);
