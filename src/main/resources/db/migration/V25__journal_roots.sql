-- Roots over what was added to the journals since the root before; like the journals, only added to.
create table journal_root (
  number        int      primary key,
  made_at       timestamp with time zone not null,
  leaves        int      not null,
  entries       int      not null,
  tree          char(64) not null, -- of the leaves, sorted by chain (RFC 9162, section 2.1)
  previous_hash char(64),
  hash          char(64) not null
);

-- What a root was made of: the last entry, then, of each chain that had grown.
create table journal_leaf (
  chain  varchar(13) not null, -- the reference of a case, or house
  number int         not null,
  hash   char(64)    not null,
  root   int         not null references journal_root (number),
  primary key (chain, number)
);

-- What is new is found by when it was recorded.
create index journal_recorded_at on journal (recorded_at);
