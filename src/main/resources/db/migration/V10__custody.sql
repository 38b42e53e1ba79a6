-- What was done with the paper originals of a case: append-only; a correction is a new row that names the one it corrects.
create table custody_act (
  reference varchar(13) not null references instrument (reference),
  id int not null,
  kind varchar(20) not null,
  original int not null,
  party varchar(12),
  languages varchar(100),
  holder_body varchar(30),
  holder_outside varchar(200),
  from_body varchar(30),
  from_outside varchar(200),
  handover int,
  done_on varchar(50) not null,
  remark varchar(2000),
  reason varchar(2000),
  corrects int,
  body varchar(30),
  recorded_by varchar(100) not null,
  recorded_at timestamp with time zone not null,
  primary key (reference, id)
);
