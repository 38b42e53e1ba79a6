-- Accounts that administrators keep, and keys that may do less than their account.

alter table account add column version int default 1 not null; -- each change adds one

alter table api_key add column scope varchar(10) default 'WRITE' not null;
alter table api_key add column roles varchar(200); -- between commas; empty: all its account has
alter table api_key add column bodies varchar(4000); -- between commas; empty: all its account has
alter table api_key add column last_day date; -- the last day, in UTC, it is valid on
alter table api_key add column last_used_from varchar(100);

alter table feed_token add column last_used_from varchar(100);
