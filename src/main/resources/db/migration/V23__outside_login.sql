-- Who logs in with another's provider (OpenID Connect): the name there may change, the subject never.
create table outside_login (
  issuer  varchar(500) not null, -- the provider, as it names itself
  subject varchar(255) not null, -- the person, as the provider knows her
  account varchar(40)  not null unique references account (name),
  primary key (issuer, subject)
);
