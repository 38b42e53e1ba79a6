-- A version of a text that was filed by mistake is taken out by two people: its row stays, its bytes go.

-- One proposes with a reason, another confirms; until then it may be withdrawn.
create table text_removal (
  reference varchar(13) not null,
  document int not null,
  version int not null,
  number int not null,
  reason varchar(2000) not null,
  authority varchar(500),
  proposed_by varchar(100) not null,
  proposed_at timestamp with time zone not null,
  confirmed_by varchar(100),
  confirmed_at timestamp with time zone,
  withdrawn_by varchar(100),
  withdrawn_at timestamp with time zone,
  primary key (reference, document, version, number),
  foreign key (reference, document, version)
    references document_version (reference, document, number)
);

-- Since when a content has no bytes, because no version that is held has it; null: they are kept.
alter table content add column removed_at timestamp with time zone;

-- Which versions have a content.
create index document_version_sha256 on document_version (sha256);
