-- The register: what is tracked, its deadlines, and what happened.

-- Numbers of cases; a year never sees a million of them.
create sequence case_number minvalue 1 maxvalue 999999 cycle;

create table instrument (
  reference varchar(13) primary key,
  slug varchar(100) unique,
  type varchar(30) not null,
  stage varchar(30) not null,
  responsible_body varchar(30) not null,
  parent_reference varchar(13) references instrument (reference),
  parent_relation varchar(20),
  description text not null,
  search_text text not null,
  in_force varchar(30),
  opened_by varchar(100) not null,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version int not null
);
create index instrument_parent on instrument (parent_reference);
create index instrument_updated on instrument (updated_at);

create table party (
  reference varchar(13) not null references instrument (reference),
  code varchar(12) not null,
  primary key (reference, code)
);
create index party_code on party (code, reference);

-- Which bodies have to do with a case, and therefore see it.
create table involvement (
  reference varchar(13) not null references instrument (reference),
  body varchar(30) not null,
  primary key (reference, body)
);
create index involvement_body on involvement (body, reference);

create table milestone (
  reference varchar(13) not null references instrument (reference),
  id int not null,
  kind varchar(30) not null,
  name text,
  due varchar(50),
  planned varchar(50),
  stated_as varchar(500),
  body varchar(30),
  party varchar(12),
  basis varchar(10),
  source text,
  recorded_at timestamp with time zone not null,
  primary key (reference, id)
);

-- Append-only: a correction is a new row that names the one it corrects.
create table event (
  reference varchar(13) not null references instrument (reference),
  id int not null,
  kind varchar(40) not null,
  party varchar(12),
  milestone int,
  happened_on varchar(50) not null,
  for_date varchar(50),
  place varchar(200),
  act varchar(100),
  note varchar(100),
  remark varchar(2000),
  reason varchar(2000),
  refers_to int,
  corrects int,
  source text,
  body varchar(30),
  recorded_by varchar(100) not null,
  recorded_at timestamp with time zone not null,
  primary key (reference, id)
);
