-- A waiver that was proposed may be withdrawn, so that another can be proposed.
alter table decision add column withdrawn_by varchar(100);
alter table decision add column withdrawn_at timestamp with time zone;
