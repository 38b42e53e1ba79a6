-- The tables that lawyers keep, version by version: rows are added and completed, never changed or deleted.
create table rule_table (
  name         varchar(40)   not null,
  number       int           not null, -- from 1, what the program brought along; its key lets one of two who put forward at once win
  text         text          not null,
  checksum     char(64)      not null, -- SHA-256 of the text, in hexadecimal
  remark       varchar(1000) not null,
  staged_by    varchar(100)  not null,
  staged_at    timestamp with time zone not null,
  applied_by   varchar(100),
  applied_at   timestamp with time zone,
  confirmed_by varchar(100),
  confirmed_at timestamp with time zone,
  valid_from   timestamp with time zone,
  refused_by   varchar(100),
  refused_at   timestamp with time zone,
  refusal      varchar(1000),
  primary key (name, number)
);
