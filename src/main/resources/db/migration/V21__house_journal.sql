-- What changed in the house and belongs to no case, append-only: one chain, each entry sealed with
-- the hash of the last.
create table house_journal (
  number        int          primary key,
  recorded_at   timestamp with time zone not null,
  account       varchar(100) not null,
  subject       varchar(100) not null, -- what changed, such as account/anna or table/thresholds
  change        varchar(40)  not null,
  before_state  text,
  after_state   text         not null,
  previous_hash char(64),
  hash          char(64)     not null
);

create index house_journal_subject on house_journal (subject, number);

-- Its one row is locked by whoever appends, so that the last entry is the last.
create table house_journal_lock (
  id int primary key check (id = 1)
);

insert into house_journal_lock (id) values (1);
