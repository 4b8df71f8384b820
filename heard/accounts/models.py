"""Who uses Heard, and for which council?"""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from heard.accounts import defaults
from heard.rules.vocabulary.people_who_use_heard import Role


class Authority(models.Model):
    """A council. Every record belongs to one, and nobody sees across."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    telephone = models.CharField(max_length=60, default=defaults.TELEPHONE)
    out_of_hours = models.CharField(max_length=60, default=defaults.OUT_OF_HOURS)
    read_when = models.TextField(default=defaults.READ_WHEN)
    cannot_speak = models.TextField(default=defaults.CANNOT_SPEAK)
    children_telephone = models.CharField(max_length=60, default=defaults.CHILDREN_TELEPHONE)
    privacy_url = models.CharField(max_length=300, blank=True)
    accessibility_url = models.CharField(max_length=300, blank=True)
    exit_url = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team of one authority."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="team_once_in_authority")]

    def __str__(self) -> str:
        return self.name


class Users(BaseUserManager):
    """Makes users; the e-mail address is the sign-in name."""

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser):
    """A person who signs in. One role, one authority; teams decide whose cases they see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    full_name = models.CharField(max_length=200)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="users")
    role = models.CharField(max_length=30, choices=Role.choices())
    teams = models.ManyToManyField(Team, blank=True, related_name="users")
    figures_of = models.ManyToManyField(Authority, blank=True, related_name="+")
    is_active = models.BooleanField(default=True)
    access_ended_at = models.DateTimeField(null=True, blank=True)

    objects = Users()
    USERNAME_FIELD = "email"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_active=True) | models.Q(access_ended_at__isnull=False),
                name="user_ended_access_has_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.full_name


class FailedSignIn(models.Model):
    """How often sign-in failed lately for an address, known or not. The address itself is not kept: ``address`` stands for it."""

    address = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last_failed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.failures} failures"
