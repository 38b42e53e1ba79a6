-- Everything that ever happened to a case: append-only, each entry sealed with the hash of the last.
create table journal (
  reference varchar(13) not null,
  number int not null,
  recorded_at timestamp with time zone not null,
  account varchar(100) not null,
  change varchar(40) not null,
  before_state text,
  after_state text not null,
  previous_hash char(64),
  hash char(64) not null,
  primary key (reference, number)
);
