-- The texts of a case and their versions: rows are added, never changed or deleted.

-- A content is known by its SHA-256, so that the same content is kept once.
create table content (
  sha256 varchar(64) primary key,
  size bigint not null,
  kept_at timestamp with time zone not null
);

-- Its bytes, in pieces that neither side need hold more than one of.
create table content_chunk (
  sha256 varchar(64) not null references content (sha256),
  number int not null,
  bytes bytea not null,
  primary key (sha256, number)
);

create table document (
  reference varchar(13) not null references instrument (reference),
  id int not null,
  kind varchar(20) not null,
  language varchar(2) not null,
  name varchar(200),
  primary key (reference, id)
);

create table document_version (
  reference varchar(13) not null,
  document int not null,
  number int not null,
  sha256 varchar(64) not null references content (sha256),
  media_type varchar(100) not null,
  file_name varchar(200) not null,
  remark varchar(2000),
  author varchar(100) not null,
  added_at timestamp with time zone not null,
  primary key (reference, document, number),
  foreign key (reference, document) references document (reference, id)
);

-- Which event a document proves; of several the last counts.
create table document_proof (
  reference varchar(13) not null,
  document int not null,
  number int not null,
  event int not null,
  attached_by varchar(100) not null,
  attached_at timestamp with time zone not null,
  primary key (reference, document, number),
  foreign key (reference, document) references document (reference, id),
  foreign key (reference, event) references event (reference, id)
);
