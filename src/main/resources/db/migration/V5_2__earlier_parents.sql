-- Under which case a description placed its own before it was corrected.
alter table superseded add column parent_reference varchar(13) references instrument (reference);
create index superseded_parent on superseded (parent_reference);
